"""The SQL of the sources: string literals as the compiler would put them together, macros among them."""
import re

TOKEN = re.compile(r'''
    (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<define>\#[ \t]*define[ \t]+(?P<macro>\w+)(?P<body>(?:\\\n|[^\n])*))
  | (?P<directive>\#(?:\\\n|[^\n])*)
  | R"(?P<fence>[^ ()\\\t\n]*)\((?P<raw>.*?)\)(?P=fence)"
  | "(?P<text>(?:\\.|[^"\\\n])*)"
  | (?P<char>'(?:\\.|[^'\\\n])+')
  | (?P<number>\d[\w']*)
  | (?P<word>\w+)
  | (?P<space>\s+)
  | (?P<other>.)
''', re.VERBOSE | re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "'": "'", "\\": "\\", "0": "\0"}


def unescaped(text):
    return re.sub(r"\\(.)", lambda found: ESCAPES.get(found[1], found[0]), text, flags=re.DOTALL)


def tokens(source):
    """(kind, value, line) of what matters: text (decoded), word, other; defines come as (define, (name, body))."""
    line = 1
    for found in TOKEN.finditer(source):
        if found["define"]:
            yield "define", (found["macro"], found["body"].replace("\\\n", "\n")), line
        elif found["raw"] is not None:
            yield "text", found["raw"], line
        elif found["text"] is not None:
            yield "text", unescaped(found["text"]), line
        elif found["word"]:
            yield "word", found["word"], line
        elif found["other"] or found["number"] or found["char"]:
            yield "other", found[0], line
        line += found[0].count("\n")


def literals(source):
    """(line, text) of each string of a file, neighbours put together."""
    macros = {}
    now, begun = None, 0

    def put_together(body):
        parts = []
        for kind, value, _ in tokens(body):
            if kind == "text":
                parts.append(value)
            elif kind == "word" and value in macros:
                parts.append(macros[value])
            else:
                return None  # no macro of text alone
        return "".join(parts) if parts else None

    for kind, value, line in tokens(source):
        piece = None
        if kind == "define":
            text = put_together(value[1])
            if text is not None:
                macros[value[0]] = text
            continue
        if kind == "text":
            piece = value
        elif kind == "word" and value in macros:
            piece = macros[value]
        if piece is not None:
            if now is None:
                now, begun = "", line
            now += piece
        elif now is not None:
            yield begun, now
            now = None
    if now is not None:
        yield begun, now
