"""An element holds all that the schema demands.

Some elements cannot be without others: a document without `meta`, a `container` without a block, a `blockList` without
an `item`. The message says what is missing.

Source: XML Schema Part 1, “Element Sequence Valid”; the content model of the element in the OASIS schema.

Wrong:

```xml
<preamble>
  <container name="Recalling"/>
</preamble>
```

Right:

```xml
<preamble>
  <container name="Recalling"><p>Recalling its decision,</p></container>
</preamble>
```
"""

from __future__ import annotations

CODE = "AKN102"
NAME = "content-incomplete"
SEVERITY = "error"
PROFILES = ("akn4un", "oasis")
FIXABLE = False
