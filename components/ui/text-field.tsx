'use client';

import type { ReactNode } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { DESCRIPTION, FIELD_ERROR, INPUT, LABEL } from './field-styles.ts';

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'children'> & {
  label: ReactNode;
  description?: ReactNode;
  /** Set: the field is wrong, and this says how to mend it. */
  error?: string | undefined;
  placeholder?: string;
  /** More than one: a field of several lines. */
  rows?: number;
  /** The language of what is typed, where it is not that of the page. */
  textLang?: string;
  className?: string;
};

export function TextField({
  label,
  description,
  error,
  placeholder,
  rows = 1,
  textLang,
  className,
  ...rest
}: TextFieldProps) {
  const hint = { ...(placeholder === undefined ? {} : { placeholder }), ...(textLang ? { lang: textLang } : {}) };
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className={cx('flex flex-col gap-1', className)}>
      <Label className={LABEL}>{label}</Label>
      {description ? (
        <Text slot="description" className={DESCRIPTION}>
          {description}
        </Text>
      ) : null}
      {rows > 1 ? (
        <TextArea {...hint} rows={rows} className={cx(INPUT, 'py-2 leading-relaxed')} />
      ) : (
        <Input {...hint} className={INPUT} />
      )}
      <FieldError className={FIELD_ERROR}>{error}</FieldError>
    </AriaTextField>
  );
}
