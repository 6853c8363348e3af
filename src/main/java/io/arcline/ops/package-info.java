/** What operators see of the running application: health and MXBeans. Reads the other rooms; no room knows it. */
package io.arcline.ops;
