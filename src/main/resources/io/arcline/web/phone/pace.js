// How long things take on the line, in milliseconds, as recorded on real calls; `speed` times faster where that is asked for.
export function pace(speed = 1) {
  return {
    speed,
    character: 54 / speed,
    firstAudio: 300 / speed,
    greeting: 650 / speed,
    closing: 90 / speed,
    action: 600 / speed,
    actionAfterDrop: 1200 / speed,
    endpointing: 350 / speed,
  };
}

export const rest = (ms) => new Promise((done) => setTimeout(done, ms));
