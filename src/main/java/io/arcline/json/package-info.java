/** JSON as text, written without a model of it in between. Must not know what it is about, nor any other package. */
package io.arcline.json;
