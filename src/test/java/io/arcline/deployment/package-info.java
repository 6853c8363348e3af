/** The image and the ways onto AWS, tested by the tools that people use; what is not installed is skipped, and says so. */
package io.arcline.deployment;
