// Waiting with a deadline: a test never sleeps for a guess, and a promise that is never kept fails with its name.

/** Sanitized programs are several times slower; CONFAB_TEST_SLOWNESS says how many times. */
const SLOWNESS = Number(process.env.CONFAB_TEST_SLOWNESS ?? 1);

/** A delay that must leave the server enough time, however slow it is. */
export function scaled(ms) {
  return ms * SLOWNESS;
}

const DEFAULT_DEADLINE_MS = scaled(10_000);

/** Settles as `promise` does, or fails after `ms` saying what it waited for. */
export async function within(promise, what, ms = DEFAULT_DEADLINE_MS) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing for ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The arguments of the next `event` of `emitter`. */
export function nextEvent(emitter, event, ms = DEFAULT_DEADLINE_MS) {
  const arrived = new Promise((resolve) => emitter.once(event, (...args) => resolve(args)));
  return within(arrived, `the event "${event}"`, ms);
}

/** Asks `condition` again and again until it returns something truthy, and returns that. */
export async function eventually(condition, what, ms = DEFAULT_DEADLINE_MS) {
  const deadline = Date.now() + ms;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`${what}: not so after ${ms} ms`);
    await pause(5);
  }
}

/** For a delay that is itself part of a test (an idle connection, a pace); never to wait for something to happen. */
export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
