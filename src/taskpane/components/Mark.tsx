/** The beacon of `assets/vigie.svg`, drawn in place so that the first paint waits for no picture. */
export const Mark = ({ size }: { readonly size: number }) => (
  <svg viewBox="0 0 80 80" width={size} height={size} aria-hidden="true">
    <rect width="80" height="80" rx="18" fill="#0E3A4F" />
    <path d="M40 28 4 15v26z" fill="#F6B23C" opacity=".85" />
    <path d="M40 28 76 15v26z" fill="#F6B23C" opacity=".85" />
    <path d="M34 38h12l6 30H28z" fill="#fff" />
    <path d="M32.4 46h15.2l1.6 8H30.8z" fill="#D64545" />
    <rect x="31" y="35" width="18" height="4.5" rx="1.5" fill="#fff" />
    <circle cx="40" cy="27" r="7.5" fill="#F6B23C" />
    <path d="M32 19.5 40 11l8 8.5z" fill="#fff" />
  </svg>
);
