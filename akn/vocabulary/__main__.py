"""`python -m akn.vocabulary`: check the files of languages and organs, and write their compiled form."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Write the compiled files; report every example that is not read as its file says. Exit status 1 if any."""
    from akn.errors import AknError
    from akn.vocabulary import languages, store
    from akn.vocabulary.examples import failures

    try:
        for path, content in store.compiled_files().items():
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)
        wrong = [line for code in languages() for line in failures(code)]
    except AknError as error:
        print(f"akn: {error}", file=sys.stderr)
        return error.exit_code
    for line in wrong:
        print(line)
    print(f"{len(languages())} languages, {len(wrong)} examples that are read otherwise than they say")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
