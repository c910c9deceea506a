/** Every part of a card, so that a feed can pass them on to the page. The class header of `MfCard` says what each is. */
const PARTS =
  'card header header-texts icon initials origin connector created title subtitle link title-link subtitle-link link-link ' +
  'deadlines badge due expires calm soon over updated waiting waiting-action expired banner banner-item image video banner-image banner-video banner-caption ' +
  'description facts fact fact-title fact-subtitle fact-value field general section comment attachment trip nested unknown ' +
  'field-title field-subtitle field-text field-picture field-link fact-picture comments comment-by comment-author comment-time comment-text attachments ' +
  'loading failed attachment-texts attachment-name attachment-title attachment-text attachment-details attachment-time ' +
  'attachment-source attachment-fault attachment-progress attachment-again viewer viewer-bar viewer-name viewer-save ' +
  'viewer-close viewer-image viewer-document trip-summary trip-event trip-date trip-others trip-stops trip-stop trip-image ' +
  'trip-legs trip-leg links long-text clamped toggle rows footer actions action primary pending locked blocked open ' +
  'open-form submit cancel retry action-done action-note explained explanation form form-actions input text textarea password ' +
  'number range email tel url date time datetime select radio checkbox faulty faults faults-title fault-link label ' +
  'required help control search slider slider-value choices long-list chosen choice tick fault remaining undo undo-action failure failure-texts failure-title failure-text failure-links notice ' +
  'notice-title notice-text notice-place rich-text glyph';

/** For the attribute `exportparts`. */
export const EXPORTED_PARTS = PARTS.replaceAll(' ', ',');
