// The strict script: the core, and guards before what pages do more rarely, or only to get around a blocker.
import '../core.ts';
import { isGuarded } from '../block/guard-page.ts';
import { on } from '../events.ts';
import { giveBackStyles } from './clean-css.ts';
import { guardAttributeNodes } from './guard-attribute-nodes.ts';
import { guardCss } from './guard-css.ts';
import { guardDocuments } from './guard-documents.ts';
import { guardForms } from './guard-forms.ts';
import { guardModuleText } from './guard-module-text.ts';
import { guardMoreRequests } from './guard-more-requests.ts';
import { guardWorkers } from './guard-workers.ts';
import { guardWrites } from './guard-writes.ts';
import { lookAgain } from './look-again.ts';

let isStrictlyGuarded = false;

/** After the core, where that has begun to guard: a second copy of this script never does. */
function guardMore(): void {
  if (!isGuarded || isStrictlyGuarded) return;
  isStrictlyGuarded = true;
  guardMoreRequests();
  guardForms();
  guardWorkers();
  guardWrites();
  guardDocuments();
  guardModuleText();
  guardAttributeNodes();
  guardCss();
  lookAgain();
}

guardMore();
on('choice', guardMore);
on('choice', giveBackStyles);
