package io.arcline.twilio.socket;

record RelayToken(String callSid) {}
