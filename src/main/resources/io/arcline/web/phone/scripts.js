// Calls to replay: written ones, step by step, and recorded ones, frame by frame in the recorded time.
import { rest } from './pace.js';

export const scripts = [
  {
    name: 'A report, start to end',
    about: 'Key 4, a report, another one, goodbye.',
    steps: [
      { press: '4' },
      { say: 'Two Leapers at the dam, and the north hatch was abandoned' },
      { say: 'another' },
      { say: 'A Matriarch over the spaceport, moving east' },
      { say: 'goodbye' },
    ],
  },
  {
    name: 'Misheard, interrupted, changed her mind',
    about: 'Speech recognition as it really is, with barge-in.',
    steps: [
      { interrupt: 'lute', after: 12 },
      { say: 'rusty gears' },
      { interrupt: 'no wait', after: 10 },
      { say: 'extra action' },
      { say: "I'm by the old power plant" },
      { press: '*' },
      { say: "that's all" },
    ],
  },
  {
    name: 'A socket is lost',
    about: 'In the middle of a report; Twilio tells the server, and follows what it answers.',
    steps: [{ press: '4' }, { drop: true }, { say: 'Hornets over the Blue Gate' }, { say: 'goodbye' }],
  },
  {
    name: 'Nobody speaks',
    about: 'Silence until Shani gives up.',
    steps: [{ silence: true }],
  },
  { name: 'Recorded: the socket drops', about: 'What Twilio sent on a real call, 12 seconds.', recording: 'socket-drop.jsonl' },
  {
    name: 'Recorded: ended, then connected again',
    about: 'What Twilio sent on a real call with two sessions.',
    recording: 'end-then-reconnect.jsonl',
  },
];

/** Plays a written script; `phone` acts, and says when Shani has finished. */
export async function play(script, phone) {
  for (const step of script.steps) {
    if (step.interrupt) {
      await phone.heardOf(step.after);
      await phone.say(step.interrupt);
    } else {
      await phone.turn();
      if (phone.over()) return;
      if (step.say) await phone.say(step.say);
      if (step.press) phone.press(step.press);
      if (step.drop) phone.drop();
    }
  }
}

/** Plays what Twilio sent in a recorded call into the sessions of this one. */
export async function replay(recording, phone, speed) {
  const lines = recording.trim().split('\n').map((line) => JSON.parse(line));
  let before = lines[0].ms;
  for (const line of lines) {
    if (line.ms !== undefined) {
      await rest((line.ms - before) / speed);
      before = line.ms;
    }
    if (line.dir === 'in' && line.frame.type !== 'setup') {
      await phone.connected();
      if (phone.over()) return;
      phone.frame(line.frame);
    } else if (line.dir === 'ws' && line.event === 'close') {
      if (line.code === 1006) phone.drop();
      else phone.hangUp();
    }
  }
}
