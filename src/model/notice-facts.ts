/** A button of a notice as the browser drew it. */
export interface NoticeButtonFacts {
  /** What the scanner takes it for. */
  readonly role: 'accept' | 'reject' | 'other';
  readonly text: string;
  /** CSS pixels in the window. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fontPixels: number;
  readonly fontWeight: number;
  /** As the browser computes it, such as `rgb(0, 0, 0)`. */
  readonly colour: string;
  /** Colour or picture behind the text; `none` = transparent. */
  readonly background: string;
  readonly isUnderlined: boolean;
}

/** A switch of the settings as it stood when they were opened. */
export interface NoticeSwitch {
  readonly name: string;
  readonly isOn: boolean;
  /** The visitor cannot change it. */
  readonly isFixed: boolean;
}

/** A cookie or storage key that a click on the notice wrote, as it was afterwards. */
export interface WrittenByAnswer {
  readonly kind: 'cookie' | 'local-storage';
  readonly name: string;
  readonly host: string;
  /** `null` = a session, or storage without an end. */
  readonly lifetimeSeconds: number | null;
  /** HMAC-SHA-256 of the value under the key of the scan, first 16 hex digits: equal values have equal hashes. */
  readonly valueHash?: string;
}

/** A link to another page. */
export interface PageLink {
  readonly text: string;
  readonly url: string;
}

/** What the first layer says besides its buttons. */
export interface NoticeReading {
  /** BCP 47, as the notice or the page around it declares; empty where neither does. */
  readonly language: string;
  readonly pageLanguage: string;
  readonly text: string;
  /** Beginning of what the page around it says; left out by versions that did not read it. */
  readonly pageText?: string;
  readonly links: readonly PageLink[];
}

/** An element of a page, for a person to find again. */
export interface PageNode {
  readonly selector: string;
  /** Beginning of its markup. */
  readonly html: string;
  readonly text: string;
}

/** A rule of axe-core that a notice breaks. */
export interface AxeViolation {
  /** Id at axe-core, such as `color-contrast`. */
  readonly rule: string;
  readonly impact: 'minor' | 'moderate' | 'serious' | 'critical';
  readonly help: string;
  /** At most five. */
  readonly nodes: readonly { readonly selector: string; readonly html: string; readonly why: string }[];
}

/** How a notice can be used by who sees or points less well; what could not be measured is left out. */
export interface NoticeAccess {
  readonly violations?: readonly AxeViolation[];
  readonly buttons: readonly {
    readonly role: 'accept' | 'reject' | 'settings';
    readonly text: string;
    readonly canFocus?: boolean;
    /** Scrolling brings it whole into a window of 320 by 256 pixels: 1280 by 1024 at 400 %. */
    readonly isInNarrowView?: boolean;
  }[];
  /** Elements of the page that the notice covers whole while they have the focus, at most ten. */
  readonly obscured: readonly PageNode[];
  /** In that window the notice has to be scrolled sideways. */
  readonly scrollsSideways?: boolean;
  /** In that window a part of it is out of reach. */
  readonly isCut?: boolean;
  /** Picture of that window. */
  readonly screenshot?: string;
}

/** What a notice costs its visitors. */
export interface NoticeCost {
  /** The page's largest contentful paint (LCP) is a part of the notice; left out where the browser does not tell. */
  readonly isLargestPaint?: boolean;
  /** By how much that came after the largest paint of the page itself. */
  readonly laterMilliseconds?: number;
  /** Sum of the layout shifts (CLS) in which a part of the notice moved. */
  readonly layoutShift: number;
  /** Left out where the notice stands in the HTML of the page. */
  readonly maker?: NoticeMaker;
}

/** The script that makes a notice. */
export interface NoticeMaker {
  /** Without query. */
  readonly script: string;
  /** Requests to its host before anybody answers; left out where it is the site's own. */
  readonly requests?: number;
  /** What they weigh on the wire. */
  readonly kilobytes?: number;
}

/** A page on cookies or privacy as a visitor finds it who has not answered the notice. */
export interface PolicyPage {
  readonly link: PageLink;
  /** The notice links to it; else the first page does. */
  readonly isInNotice: boolean;
  /** Where redirects led, without query and fragment. */
  readonly url: string;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly language: string;
  /** All that it says, folded parts included. */
  readonly text: string;
  /** Share of the window, 0 to 1, that something covers. */
  readonly covered?: number;
  /** File name of a picture beside the inventory. */
  readonly screenshot?: string;
}

/** One way in which the visitor tried to get rid of the notice without an answer, and what came of it. */
export interface NoticeClosing {
  /** The key Escape, a click beside the notice, or a button that closes. */
  readonly by: 'escape' | 'beside' | 'button';
  /** What the button says; empty where it says nothing. */
  readonly text: string;
  /** Whether the notice went away. */
  readonly isGone: boolean;
  readonly wrote: readonly WrittenByAnswer[];
  /** File name of a picture of the window afterwards, beside the inventory. */
  readonly screenshot?: string;
}
