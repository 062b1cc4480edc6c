const SHAPE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the text is an id as we write them: lower case, with dashes. What is none names nothing. */
export const isUuid = (text: unknown): text is string => typeof text === 'string' && SHAPE.test(text);
