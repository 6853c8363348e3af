/**
 * The assistant: answers callers' questions by a language model, while it writes and fit for the ear, or from a script. Knows the
 * dialog's ports for it and the providers' protocols; must not know calls, the carrier or the database.
 */
package io.arcline.assistant;
