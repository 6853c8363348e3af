// Shani's mouth: what the server sends is played clause by clause, by the browser's voice or by the clock, and stops when it is cut.
const CLAUSE = /[^.!?:;,]*[.!?:;,]+(?=\s|$)/y;

export class Mouth {
  /**
   * @param on speaking(bool), progress(reply), played(text), finished(reply): told of what the caller hears
   * @param voice says a clause: say(text, progress) gives { done, stop }; null to play by the clock
   */
  constructor(pace, on, voice = null) {
    Object.assign(this, { pace, on, voice });
    this.queue = [];
    this.speaking = false;
    this.starting = null;
    this.reply = null;
    this.playing = null;
  }

  get busy() {
    return this.speaking || this.starting !== null || this.queue.length > 0 || this.reply !== null;
  }

  text(frame) {
    const preemptible = frame.preemptible === true;
    if (frame.token.trim() && !preemptible) this.preempt();
    if (!this.reply) this.reply = { text: '', heard: 0, taken: 0, closed: false, cut: false, preemptible };
    const reply = this.reply;
    reply.text += frame.token;
    reply.closed = frame.last === true;
    reply.preemptible = preemptible;
    for (const clause of clauses(reply, reply.closed)) {
      this.queue.push({ ...clause, reply, interruptible: frame.interruptible, preemptible });
    }
    if (reply.closed) this.reply = null;
    this.on.progress(reply);
    if (this.queue.length) this.start();
    else if (reply.closed && !this.playing) {
      if (this.speaking) this.next();
      this.on.finished(reply);
    }
  }

  /** What else is queued and played in its turn: recordings and digits. */
  sound(text) {
    this.queue.push({ text, reply: null, from: 0 });
    this.start();
  }

  /** Whether the clause in the caller's ear may be interrupted; undefined where the frame leaves it to the TwiML. */
  get interruptible() {
    return this.playing?.chunk.interruptible;
  }

  /** Stops and throws away everything; says what of the clause in progress was heard, and for how long. */
  cut() {
    const fragment = this.stop();
    for (const reply of new Set([...this.queue.map((chunk) => chunk.reply), this.reply])) {
      if (reply) this.abandon(reply);
    }
    this.queue = [];
    this.reply = null;
    clearTimeout(this.starting);
    this.starting = null;
    this.speaking = false;
    return fragment;
  }

  preempt() {
    const stays = (chunk) => !chunk.preemptible;
    for (const chunk of this.queue.filter((each) => !stays(each))) this.abandon(chunk.reply);
    this.queue = this.queue.filter(stays);
    if (this.playing && !stays(this.playing.chunk)) this.on.played(this.stop().heard);
    if (this.reply?.preemptible) this.reply = null;
  }

  abandon(reply) {
    if (!reply.cut) {
      reply.cut = true;
      this.on.progress(reply);
      this.on.finished(reply);
    }
  }

  stop() {
    const playing = this.playing;
    if (!playing) return { heard: '', ms: 0 };
    playing.stop();
    this.playing = null;
    const heard = playing.chunk.text.slice(0, playing.heard);
    if (playing.chunk.reply) this.abandon(playing.chunk.reply);
    return { heard, ms: Math.round((performance.now() - playing.since) * this.pace.speed) };
  }

  start() {
    if (this.speaking) {
      if (!this.playing) this.next();
    } else if (this.starting === null) {
      this.starting = setTimeout(() => {
        this.starting = null;
        this.speaking = true;
        this.on.speaking(true);
        this.next();
      }, this.pace.firstAudio);
    }
  }

  next() {
    const chunk = this.queue.shift();
    if (!chunk) {
      if (!this.reply) {
        this.speaking = false;
        this.on.speaking(false);
      }
      return;
    }
    const playing = { chunk, heard: 0, since: performance.now() };
    this.playing = playing;
    const progress = (characters) => {
      if (this.playing !== playing) return;
      playing.heard = wordsWithin(chunk.text, characters);
      if (chunk.reply) {
        chunk.reply.heard = chunk.from + playing.heard;
        this.on.progress(chunk.reply);
      }
    };
    const said = (this.voice ?? this.clock.bind(this))(chunk.text, progress);
    playing.stop = said.stop;
    said.done.then(() => {
      if (this.playing !== playing) return;
      progress(chunk.text.length);
      this.playing = null;
      this.on.played(chunk.text);
      const { reply } = chunk;
      const last = reply?.closed && !this.queue.some((each) => each.reply === reply);
      this.next();
      if (last) this.on.finished(reply);
    });
  }

  /** Plays by the clock, at the recorded speaking rate. */
  clock(text, progress) {
    const began = performance.now();
    let timer;
    const done = new Promise((end) => {
      const look = () => {
        const characters = (performance.now() - began) / this.pace.character;
        if (characters >= text.length) end();
        else {
          progress(characters);
          timer = setTimeout(look, Math.min(60, this.pace.character * 2));
        }
      };
      look();
    });
    return { done, stop: () => clearTimeout(timer) };
  }
}

/** Takes what is complete of a reply's text, with where in it each clause begins: up to the last clause's end, or everything. */
function clauses(reply, rest) {
  const taken = [];
  CLAUSE.lastIndex = reply.taken;
  for (let match = CLAUSE.exec(reply.text); match; match = CLAUSE.exec(reply.text)) {
    taken.push({ text: match[0], from: reply.taken });
    reply.taken = CLAUSE.lastIndex;
  }
  const left = reply.text.slice(reply.taken);
  if (rest && left.trim()) taken.push({ text: left, from: reply.taken });
  if (rest) reply.taken = reply.text.length;
  return taken;
}

/** The characters of whole words within so many. */
function wordsWithin(text, characters) {
  let end = Math.min(text.length, Math.floor(characters));
  while (end > 0 && end < text.length && !/\s/.test(text[end])) end--;
  return end;
}
