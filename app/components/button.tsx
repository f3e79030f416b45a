import type { ComponentPropsWithoutRef } from 'react';

type ButtonProps = ComponentPropsWithoutRef<'button'> & {
  variant?: 'primary' | 'secondary' | 'warning' | 'login';
  size?: 'normal' | 'small';
};

export function Button({
  variant = 'primary',
  size = 'normal',
  type = 'submit',
  className,
  ...rest
}: ButtonProps) {
  const classes = [
    'nhsuk-button',
    variant !== 'primary' && `nhsuk-button--${variant}`,
    size === 'small' && 'nhsuk-button--small',
    className,
  ];
  return <button {...rest} type={type} className={classes.filter(Boolean).join(' ')} />;
}
