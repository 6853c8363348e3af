// One phone call: the webhooks, the TwiML that answers them, and as many relay sessions as that asks for.
import { Session } from './session.js';
import { read } from './twiml.js';
import { rest } from './pace.js';

const ACCOUNT = `AC${'0'.repeat(32)}`;
const MOST_STEPS = 20;

export function sid(prefix) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return prefix + [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class Call {
  /** @param watch told of everything; see phone.js */
  constructor({ from, to, pace, watch, voice }) {
    Object.assign(this, { from, to, pace, watch, voice });
    this.callSid = sid('CA');
    this.session = null;
    this.over = false;
  }

  /** Calls, and returns when the call is over. */
  async dial(recorded = false) {
    this.recorded = recorded;
    try {
      await this.follow(await this.ask('/twiml', { CallStatus: 'ringing' }), '/twiml');
    } catch (broken) {
      this.watch.note(broken.message);
    } finally {
      this.over = true;
    }
  }

  /** Does what the TwiML says, verb by verb, and what the answers to that say. */
  async follow(text, base) {
    let verbs = read(text);
    let at = new URL(base, location.href);
    for (let steps = 0; verbs.length && steps < MOST_STEPS && !this.over; steps++) {
      const [verb, ...others] = verbs;
      verbs = others;
      if (verb.name === 'Say') {
        await this.watch.said(verb.text);
      } else if (verb.name === 'Pause') {
        await rest(Number(verb.attributes.length ?? 1) * 1000 / this.pace.speed);
      } else if (verb.name === 'Redirect') {
        at = new URL(verb.text, at);
        verbs = read(await this.ask(at.pathname + at.search, { CallStatus: 'in-progress' }));
      } else if (verb.name === 'Connect' && verb.relay) {
        const action = new URL(verb.attributes.action ?? '', at);
        const answer = await this.relay(verb.relay, action.pathname + action.search);
        verbs = read(answer);
      } else {
        if (verb.name !== 'Hangup') this.watch.note(`<${verb.name}> is for Twilio to do; the browser phone hangs up`);
        return;
      }
    }
  }

  async relay(relay, action) {
    const began = performance.now();
    const sessionId = sid('VX');
    this.session = new Session({
      relay,
      pace: this.pace,
      watch: this.watch,
      voice: this.voice,
      recorded: this.recorded,
      identity: {
        sessionId,
        callSid: this.callSid,
        parentCallSid: '',
        from: this.from,
        to: this.to,
        forwardedFrom: '',
        callerName: '',
        direction: 'inbound',
        callType: 'PSTN',
        callStatus: this.sessions ? 'IN_PROGRESS' : 'RINGING',
        accountSid: ACCOUNT,
      },
    });
    this.sessions = (this.sessions ?? 0) + 1;
    const end = await this.session.run();
    this.watch.session(null);
    await rest(end.SessionStatus === 'failed' ? this.pace.actionAfterDrop : this.pace.action);
    return this.ask(action, {
      CallStatus: end.SessionStatus === 'completed' ? 'completed' : 'in-progress',
      SessionId: sessionId,
      SessionDuration: String(Math.round((performance.now() - began) / 1000)),
      ...end,
    });
  }

  async ask(path, fields) {
    const form = {
      AccountSid: ACCOUNT, ApiVersion: '2010-04-01', CallSid: this.callSid, Direction: 'inbound',
      From: this.from, Caller: this.from, To: this.to, Called: this.to, ...fields,
    };
    this.watch.frame('webhook', { POST: path, ...fields });
    const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(form) });
    const text = await answer.text();
    this.watch.frame('answer', answer.ok ? text : `${answer.status}`);
    if (answer.status === 403) {
      throw new Error('The server takes calls from Twilio only: start it without TWILIO_AUTH_TOKEN to call it from here.');
    }
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return text;
  }

  hangUp() {
    this.over = true;
    this.session?.hangUp();
  }
}
