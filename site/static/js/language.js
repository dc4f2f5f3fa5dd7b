// Remembers the language chosen with the switch, for the one address that carries none: the site's root.
const remember = ({ target }) => {
  const link = target.closest("a[hreflang]");
  if (link) document.cookie = `language=${link.hreflang}; path=/; max-age=31536000; SameSite=Lax`;
};

document.querySelector("[data-choice]")?.addEventListener("click", remember);
