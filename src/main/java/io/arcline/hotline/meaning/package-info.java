/** What a caller means: from an utterance and the step it was heard in to a meaning. Knows words and sounds only. */
package io.arcline.hotline.meaning;
