/** Tests inside the container, by Arquillian: the real war on a managed Liberty with a real PostgreSQL. */
package io.arcline.inside;
