/** Which step comes next: state and what was heard in, next state and what to say out. Runs nothing, stores nothing. */
package io.arcline.hotline.dialog;
