"""Where the bundled program begins."""

from painmap.__main__ import main

main()
