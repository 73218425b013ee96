import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connectBidi } from './bidi-connection.ts';
import type { Engine, EngineTab } from './engine.ts';
import { findMiddle, fromPage, inPage } from './in-page.ts';
import { clickActions, keyActions } from './webdriver-actions.ts';

/** No calls home, and the language of the tests. */
const PREFERENCES = [
  ['intl.accept_languages', 'en-GB'],
  ['app.update.disabledForTesting', true],
  ['datareporting.policy.dataSubmissionEnabled', false],
  ['network.captive-portal-service.enabled', false],
  ['network.connectivity-service.enabled', false],
] as const;

/** Starts a Firefox, driven over WebDriver BiDi. */
export async function startFirefox(program: string): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'avowal-firefox-'));
  await writeFile(
    join(profile, 'user.js'),
    PREFERENCES.map((preference) => `user_pref(${JSON.stringify(preference).slice(1, -1)});`).join('\n'),
  );
  const firefox = spawn(
    program,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = once(firefox, 'exit');
  const kill = () => firefox.kill();
  process.once('exit', kill);
  let address: string | undefined;
  for await (const line of createInterface(firefox.stderr)) {
    address = /WebDriver BiDi listening on (\S+)/.exec(line)?.[1];
    if (address) break;
  }
  if (!address) throw new Error('Firefox ended before it could be driven.');
  firefox.stderr.resume();
  const { send, close } = await connectBidi(address);
  const { capabilities } = await send<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  });
  return {
    version: capabilities.browserVersion,
    async open() {
      const { userContext } = await send<{ userContext: string }>('browser.createUserContext');
      const { context } = await send<{ context: string }>('browsingContext.create', {
        type: 'tab',
        userContext,
      });
      const act = (actions: object[]) => send('input.performActions', { context, actions });
      const tab: EngineTab = {
        async goto(url) {
          await send('browsingContext.navigate', { context, url, wait: 'complete' });
        },
        async evaluate(expression) {
          const outcome = await send<{
            type: string;
            result: { value: string };
            exceptionDetails?: { text: string };
          }>('script.evaluate', {
            expression: inPage(expression),
            target: { context },
            awaitPromise: true,
          });
          if (outcome.exceptionDetails) throw new Error(outcome.exceptionDetails.text);
          return fromPage(outcome.result.value);
        },
        async click(selector) {
          await act(clickActions(await findMiddle(tab, selector)));
        },
        async press(key) {
          await act(keyActions(key));
        },
        async cookies() {
          const { cookies } = await send<{ cookies: { name: string }[] }>('storage.getCookies', {
            partition: { type: 'context', context },
          });
          return cookies.map(({ name }) => name);
        },
        async screenshot() {
          const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', { context });
          return Buffer.from(data, 'base64');
        },
        async close() {
          await send('browser.removeUserContext', { userContext });
        },
      };
      return tab;
    },
    async close() {
      await send('browser.close').catch(kill);
      close();
      await gone;
      process.off('exit', kill);
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
