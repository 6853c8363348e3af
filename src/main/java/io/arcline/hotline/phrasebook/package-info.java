/**
 * All the words of the hotline together, in every language: what Shani says and what she understands, our own or with
 * what operators say instead. Must not know what the words are for.
 */
package io.arcline.hotline.phrasebook;
