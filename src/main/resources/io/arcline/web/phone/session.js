// One relay session on one socket, Twilio's end of it.
import { Mouth } from './mouth.js';
import { rest } from './pace.js';

const CLOSING = 'Closing websocket session';

export class Session {
  /**
   * @param relay the attributes of <ConversationRelay>
   * @param watch told of frames, replies and how it ended
   */
  constructor({ relay, identity, pace, watch, voice, recorded = false }) {
    Object.assign(this, { relay, identity, pace, watch, recorded });
    this.end = null;
    this.callerSpeaks = false;
    this.mouth = new Mouth(pace, {
      speaking: (on) => this.info('speaker-events', 'agentSpeaking', on ? 'on' : 'off'),
      played: (text) => text && this.info('tokens-played', 'tokensPlayed', text),
      progress: (reply) => watch.reply(reply),
      finished: (reply) => watch.finished(reply),
    }, voice);
    this.languages(relay);
  }

  /** Which language is understood and which is spoken, as the TwiML says first and then frames that change it. */
  languages({ language, transcriptionLanguage = language, ttsLanguage = language }) {
    this.language = transcriptionLanguage ?? this.language ?? 'en-US';
    this.watch.languages(this.language, ttsLanguage);
  }

  /** Serves the session until it is over; says how it ended, as the action is told it. */
  run() {
    // Twilio reaches the server from outside, this page from inside: by the same path.
    const url = new URL(this.relay.url);
    this.socket = new WebSocket(`${location.protocol.replace('http', 'ws')}//${location.host}${url.pathname}${url.search}`);
    return new Promise((done) => {
      this.socket.onopen = () => {
        this.send({ type: 'setup', ...this.identity, customParameters: this.relay.parameters });
        this.watch.asked();
        this.watch.session(this);
      };
      this.socket.onmessage = (event) => this.receive(event.data);
      this.socket.onclose = (event) => {
        this.mouth.cut();
        this.end ??= { SessionStatus: 'failed', ErrorCode: '64105', ErrorMessage: 'Websocket ended' };
        this.watch.note(`socket closed: ${event.code} ${event.reason}`);
        done(this.end);
      };
    });
  }

  get live() {
    return this.end === null && this.socket?.readyState === WebSocket.OPEN;
  }

  send(frame) {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.socket.send(JSON.stringify(frame));
    this.watch.frame('in', frame);
  }

  info(subscription, name, value) {
    if (!this.recorded && (this.relay.events ?? '').split(' ').includes(subscription)) {
      this.send({ type: 'info', name, value });
    }
  }

  receive(text) {
    const frame = JSON.parse(text);
    this.watch.frame('out', frame);
    if (this.end) return;
    switch (frame.type) {
      case 'text':
        if (frame.token.trim()) this.watch.firstToken();
        this.mouth.text(frame);
        break;
      case 'play':
      case 'sendDigits':
        this.mouth.sound(frame.digits ?? '');
        break;
      case 'language':
        this.languages(frame);
        break;
      case 'end':
        this.finish({ SessionStatus: 'ended', ...(frame.handoffData && { HandoffData: frame.handoffData }) });
        break;
      default:
        this.watch.note(`a frame of no known type: ${frame.type}`);
    }
  }

  async finish(end) {
    this.end ??= end;
    await rest(this.pace.closing);
    this.socket.close(1000, CLOSING);
  }

  hangUp() {
    this.end ??= { SessionStatus: 'completed' };
    this.socket.close(1000, CLOSING);
  }

  /** The connection is lost. A page cannot leave its socket without a farewell; this one says that something is wrong. */
  drop() {
    this.end ??= { SessionStatus: 'failed', ErrorCode: '64105', ErrorMessage: 'Websocket ended' };
    this.socket.close(4000, 'dropped');
  }

  /** Whether what the caller does now reaches the server, and whether it stops what is being said. */
  allows(what, input) {
    const value = this.relay[what] ?? (what === 'interruptible' ? 'any' : 'none');
    return value === 'any' || value === 'true' || value === input;
  }

  /** The caller begins to speak: what Shani says stops, where it may. */
  speak() {
    if (this.callerSpeaks || !this.live) return;
    this.callerSpeaks = true;
    this.info('speaker-events', 'clientSpeaking', 'on');
    if (this.interrupt('speech')) this.info('speaker-events', 'agentSpeaking', 'off');
  }

  partial(words) {
    if (this.callerSpeaks && this.relay.partialPrompts === 'true' && this.heardNow('speech')) this.prompt(words, false);
  }

  /** The caller has said something, and is understood or not heard at all. */
  said(words) {
    this.speak();
    const reported = this.heardNow('speech');
    this.quiet();
    if (reported) {
      this.watch.asked(words);
      this.prompt(words, true);
    }
    return reported;
  }

  /** The caller has stopped without a word. */
  quiet() {
    if (this.callerSpeaks) this.info('speaker-events', 'clientSpeaking', 'off');
    this.callerSpeaks = false;
  }

  press(digit) {
    if (!this.live || this.relay.dtmfDetection !== 'true') return false;
    const reported = this.heardNow('dtmf');
    if (this.interrupt('dtmf')) this.info('speaker-events', 'agentSpeaking', 'off');
    if (reported) {
      this.watch.asked();
      this.send({ type: 'dtmf', digit });
    }
    return reported;
  }

  heardNow(input) {
    return !this.mouth.speaking || this.allows('reportInputDuringAgentSpeech', input);
  }

  prompt(voicePrompt, last) {
    this.send({ type: 'prompt', voicePrompt, lang: this.language, last });
  }

  interrupt(input) {
    if (!this.mouth.speaking || !(this.mouth.interruptible ?? this.allows('interruptible', input))) return false;
    const { heard, ms } = this.mouth.cut();
    if (heard) this.info('tokens-played', 'tokensPlayed', heard);
    this.send({ type: 'interrupt', utteranceUntilInterrupt: heard, durationUntilInterruptMs: ms });
    return true;
  }
}
