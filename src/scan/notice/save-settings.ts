import type { ConfigPurpose } from '../../model/config.ts';
import type { NoticeSwitch } from '../../model/notice-facts.ts';
import type { StandardPurpose } from '../../model/purpose.ts';
import type { Tab } from '../page/open-tabs.ts';
import type { ScanSession } from '../page/start-session.ts';
import { collectSwitches } from './collect-switches.ts';
import type { NoticeButton } from './look-for-buttons.ts';
import { operateNotice } from './operate-notice.ts';
import { purposeOfLabel } from './purpose-of-label.ts';

async function switchesBeside({ session, objectId }: NoticeButton): Promise<readonly NoticeSwitch[]> {
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function(){return (${collectSwitches.toString()})(this).facts}`,
    returnByValue: true,
  });
  return (result.value as readonly NoticeSwitch[] | undefined) ?? [];
}

const pressSwitch = ({ session, objectId }: NoticeButton, index: number): Promise<unknown> =>
  session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function(index){(${collectSwitches.toString()})(this).elements[index].click()}`,
    arguments: [{ value: index }],
    userGesture: true,
  });

/** Presses every switch that can be moved, that is meant and that stands otherwise; one after the other: they may move each other. */
async function turnAll(save: NoticeButton, isOn: boolean, isMeant: (name: string) => boolean): Promise<void> {
  const { length } = await switchesBeside(save);
  for (let index = 0; index < length; index += 1) {
    const one = (await switchesBeside(save))[index];
    if (one && !one.isFixed && isMeant(one.name) && one.isOn !== isOn) await pressSwitch(save, index);
  }
}

/** What alone is to be on. */
export interface AlonePurpose {
  readonly purpose: StandardPurpose;
  /** The site's purposes, which its switches may be named by. */
  readonly own: readonly ConfigPurpose[];
}

/** Switches everything off and then this purpose on. Resolves to whether it alone is on; what went on with it belongs to it. */
async function switchAlone(save: NoticeButton, { purpose, own }: AlonePurpose): Promise<boolean> {
  const isWanted = (name: string) => purposeOfLabel(name, own) === purpose;
  const movable = async () => (await switchesBeside(save)).filter(({ isFixed }) => !isFixed);
  if (!(await movable()).some(({ name }) => isWanted(name))) return false;
  await turnAll(save, false, (name) => !isWanted(name));
  if ((await movable()).some(({ name, isOn }) => isOn && !isWanted(name))) return false;
  await turnAll(save, true, isWanted);
  return (await movable()).every(
    ({ name, isOn }) => purposeOfLabel(name, own) === undefined || isOn === isWanted(name),
  );
}

/** What was clicked, in order, and how the switches stood when the settings opened. */
export interface SavedSettings {
  readonly clicked: readonly string[];
  readonly switches: readonly NoticeSwitch[];
}

/** What saving needs. */
export interface SaveParts {
  readonly signal: AbortSignal;
  /** Left out = everything stays as it is. */
  readonly alone: AlonePurpose | undefined;
  /** The settings are open, and nothing has been moved. */
  onOpen(): Promise<void>;
}

/**
 * Opens the settings from the notice, reads the switches and saves them; resolves to `undefined` where a button or the
 * switch was not found, or saving changed nothing.
 */
export async function saveSettings(
  session: ScanSession,
  tab: Tab,
  { signal, alone, onOpen }: SaveParts,
): Promise<SavedSettings | undefined> {
  let switches: readonly NoticeSwitch[] = [];
  const { clicked, hadEffect } = await operateNotice(session, tab, 'save', {
    signal,
    async onAnswer(button) {
      await onOpen();
      switches = await switchesBeside(button).catch(() => []);
      return alone === undefined || (await switchAlone(button, alone).catch(() => false));
    },
  });
  return hadEffect ? { clicked, switches } : undefined;
}
