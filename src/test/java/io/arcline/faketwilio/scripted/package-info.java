/**
 * A ConversationRelay server of a few lines whose every answer a test decides: what the fake Twilio itself is tested
 * with.
 */
package io.arcline.faketwilio.scripted;
