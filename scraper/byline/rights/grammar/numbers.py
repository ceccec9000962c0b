"""Numbers in words, up to ninety-nine."""

_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = {
    **{word: number for number, word in enumerate(_ONES, 1)},
    **{word: ten * 10 for ten, word in enumerate(_TENS, 2)},
    **{
        f"{tens}-{ones}": ten * 10 + one
        for ten, tens in enumerate(_TENS, 2)
        for one, ones in enumerate(_ONES[:9], 1)
    },
}
WORDED = "|".join(sorted(NUMBERS, key=len, reverse=True))
