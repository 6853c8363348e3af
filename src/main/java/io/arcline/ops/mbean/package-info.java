/** What operators can see and do, as MXBeans: the only thing that the management module knows of the running application. */
package io.arcline.ops.mbean;
