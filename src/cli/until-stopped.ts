/** Resolves at the first SIGINT or SIGTERM; a second one quits at once. */
export const untilStopped = (): Promise<void> =>
  new Promise((stop) => {
    let isStopping = false;
    const listener = () => {
      if (isStopping) process.exit(3);
      isStopping = true;
      stop();
    };
    process.on('SIGINT', listener).on('SIGTERM', listener);
  });
