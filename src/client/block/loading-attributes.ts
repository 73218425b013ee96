/** Elements that make the browser send a request by themselves, as a selector. */
export const LOADERS = 'script,iframe,embed,object,img,input,source,track,video,audio,link,image';

/** The attributes with which they do. */
export const LOADING_ATTRIBUTES: readonly string[] = [
  'src',
  'srcset',
  'href',
  'data',
  'poster',
  'imagesrcset',
  'srcdoc',
  'xlink:href',
];
