"""The words that are understood in a grant; whatever else stands where it could restrict does restrict.

`PLAIN` are words of the grant itself: who may, what, where, for which purpose. `OWED` are words of
its conditions too: what to keep, to change, to tell, to pay. A word in neither table is not
understood, and `closed.py` lets no grant stand on it. To open a grant to more people or places, add
a word here, with a case in `tests/cases/terms.toml`. `reprint*` stands for every word that begins
so, `site/s` for both numbers. A word that names only some people or places ("members", "Ohio",
"small") does not belong here.
"""

import re
from dataclasses import dataclass

from byline.rights.grammar.wording import CLASSES

_WORD = re.compile(r"[a-z][a-z'-]*[a-z]")
_DOER = ("er", "ers", "or", "ors", "ee", "ees", "ist", "ists")  # no stem names people: "distributors"


@dataclass(frozen=True, slots=True)
class Words:
    """A vocabulary: whole words, and how others begin."""

    whole: frozenset[str]
    stems: tuple[str, ...]

    def know(self, phrase: str) -> bool:
        """Whether the phrase has no other words than these."""
        return all(self._has(word) for word in _WORD.findall(phrase))

    def _has(self, word: str) -> bool:
        if word in self.whole or word.removesuffix("'s") in self.whole:
            return True
        return word in self.stems or (word.startswith(self.stems) and not word.endswith(_DOER))


def _words(*groups: str) -> Words:
    written = [word for group in groups for word in group.split()]
    both = [word for word in written if word.endswith("/s")]
    plain = [word for word in written if word[-2:] != "/s" and word[-1] != "*"]
    numbers = [form for word in both for form in (word[:-2], word[:-2] + "s")]
    return Words(frozenset([*plain, *numbers]), tuple(word[:-1] for word in written if word[-1] == "*"))


# words of every sentence
_SMALL = """
a an the this that these those such it its itself them they their themselves he she his her him we us
our ours my mine me i and or nor but so as of off to than then there here out up on in into onto at by
for from with within is are was be been being am 's s t do does did has have had will shall would should
could can may might must not no never only just they're after date except also too even both each every
any all some either whatever whichever whoever however whenever wherever anywhere everywhere anyhow
again still now hereby herewith thereby thereof hereof herein more less most least many much few one two
three four five six ten once twice first last per next very quite simply merely solely strictly
exclusively always forever ever please kindly thanks thank sure yes okay etc like well own same other
others another else otherwise including includes include
"""
# who may: anybody who publishes, and the bodies that limits name
_PEOPLE = """
you your yours yourself yourselves u anyone anybody everyone everybody whomever who whom people peoples
person persons party parties public world humans individual/s reprinter/s publisher/s editor/s
webmaster/s blogger/s writer/s author/s reader/s visitor/s user/s owner/s operator/s printer/s
broadcaster/s station/s outlet/s organisation/s organization/s nonprofit/s charity charities charitable
church churches parish school/s college/s library libraries teacher/s educator/s club/s group/s company
companies business businesses hobby hobbyist/s institution/s body bodies interested fellow accredited
religious academic educational bookseller/s sundry newsroom/s society societies parishes congregations
pastors ministers clergy rabbis preachers instructors tutors trainers coaches clinics hospitals museums
galleries shops stores firms agencies associations guild guilds teams troops camps universities
librarians historians homeschoolers parents families patients podcasters journalists columnists
reporters communities local independent comers folks guys gardeners operators tour councils
"""
# where
_PLACES = """
newspaper/s magazine/s journal/s ezine/s emagazine/s newsletter/s website/s site/s webpage/s web
internet net www blog/s weblog/s home page/s publication/s media medium mediums news wire wiki wikis
forum/s portal/s list/s opt optin email emails electronic electronically online offline line print
printed paper papers bulletin/s periodical/s form forms format/s manner means way ways place places kind
kinds sort type types language languages outlet venue autoresponder/s mailing/s discussion digest issue
issues edition/s copies copy hard hardcopy handout/s brochure/s leaflet/s pamphlet/s intranet/s html
text plain wide radio television tv audio podcast/s video social networking facebook twitter linkedin
instagram mastodon bluesky reddit pinterest tiktok myspace feed/s profile/s directory
directories archive collection database/s cd cds cd-rom/s book/s ebook ebooks translation/s translated
meeting/s classroom class classes lesson lessons setting column space readership readers facility
world-wide worldwide global non-exclusive nonexclusive royalty royalty-free copyright owned newsgroup/s
usenet bbs server/s ftp board/s message noticeboard/s display/s poster/s sheet/s flyer/s sermon/s
lecture/s talk/s speech speeches slide/s presentation/s training workshop/s course coursework curriculum
packet/s pack/s syllabus reader programme/s program/s catalogue/s catalog/s anthology anthologies
compilation/s weekly weeklies daily dailies quarterly monthly almanac zine/s fanzine/s app apps
channel/s platform/s screen screens firm's company's school's church's club's client off-line on-line
web-site digital digitally physically document/s folder domain domains timeline tumblr medium's substack
wordpress e-letter/s eletter/s e-newsletter/s e-bulletin/s e-mag/s counter wall walls window fridge
office home-page index
"""
# for what, and the verbs of reuse
_PURPOSES = """
purpose purposes use uses used using usage reuse reprint* republi* reproduc* redistribut* distribut*
circulat* syndicat* duplicat* photocop* disseminat* repost* copied copying publish* publication post
posts posted posting shares shared share sharing pass passed passing forward* send sent mail mailed run
runs running put puts placed prints printing display* carry carries carried features featured feature
taken takes take taking transmit* transmission upload* download* store stored storing storage view* read
saved saves save quot* excerpt* cite cited citing spread host/s hosted add added insert* included adapt*
edit edited editing translat* appear* go going goes made make making nonprofit noncommercial*
commercial* profit education instruct* lesson* handing informational reference fundraising teaching
study research charge charges cost costs fee fees free freely payment pay gratis nothing money royalties
obligation restriction/s limit* permission asking ask contact contacting consent further
additional prior approval get gets getting got thereafter afterwards afterward then around folks
nobody wait waiting reply answer response nod slip letter said say yes gratis free-content nothing
authorisation authorization need needed necessary require* required one-time single thousands postage
right/s licence/s license/s
"""
# what
_WORK = """
article/s story stories content contents material/s piece/s column/s item/s essay/s work/s post/s words
report document newsletter notes headers information package whole anything everything tip/s file/s
recipe/s poem/s interview/s series writing/s ezine tutorial guide review/s chapter letter note notice
stuff thing/s rest feature/s profile/s journalism coverage reporting investigation/s description/s
pattern/s instructions advice checklist/s faq/s manual/s primer/s explainer/s editorial/s op-ed/s
commentary commentaries sermon/s meditation/s devotion/s devotional/s reflection/s transcript/s dispatch
dispatches study studies finding/s obituary obituaries report/s bulletin output production/s bit bits
scribbling/s rambling/s musing/s effort/s thought/s foregoing preceding present said aforesaid body copy
entry entries archive back entire entirety wholly full fully complete completely part parts partial
partially portion verbatim word unedited unaltered unchanged unmodified intact original quantity number
"""
# how one grants
_GRANTING = """
offer/s offered offering provided provide/s supply supplies supplied release/s released releasing
donate/s donated donating acceptable cool alright right good blessing compliments pleasure leave
go-ahead say-so okay'd sign-off blanket automatic automatically general invitation welcome's
by-all-means hesitation hesitate heart's content discretion ease liberally widely far near fair game
away cleared approved okayed grabs taking string/s attached catch nobody else's business grant/s granted
granting give/s given giving extend* allow* permit* encourag* welcom* invit* authoris* authoriz* let/s
urges urged urge consider considered happy glad pleased delighted willing honoured honored flattered
hear hint/s attention note obtaining receiving reading wherever often what customary usual normal
standard ordinary simple short brief little nice kind separately altogether anytime today tomorrow
occasionally good copy-paste aloud round hand hands handed photocopy dispose disposal editor's
complaint/s say alike freebie produced created written community hardly scarcely thrilled tickled
freebies fine good great reserved unlimited unrestricted perpetual irrevocable revocable available open
able entitled liberty privilege opportunity feel hesitate help guest ahead love objection/s object mind
problem reason harm prevent/s stop/s keep/s hope want want/s wanting wish wishes wishing would-be choose
desires desired desire care see fit find useful helps help believe think helpful suitable worthwhile
appropriate decide needs term/s rule rules condition/s guideline/s following follow* below above
hereafter until later when time times any-time today day days week/s month/s year/s hour/s
"""
# what a grant may ask for in return
_DUTIES = """
keep* kept retain* leav* left stay* remain* preserv* maintain* attach* accompan* provid* supply supplied
contain* carrying giv* show* stated states state stating list listed listing credit* acknowledg*
attribut* mention* name names named naming identif* cit* recognis* recogniz* byline author author's
authors' writer writer's writers creator/s reporter/s journalist/s columnist/s photographer/s
contributor/s signature/s sig sign signed byline/s bio bios biograph* blurb resource box boxes boxed tag
tagline tag-line about info contact detail/s profile paragraph/s sentence/s line/s footer header heading
headline title titles subtitle caption address* phone telephone toll-free fax url urls link/s linked
linking linkback backlink link-back hyperlink* live active working work works clickable functional hot
alive dofollow do-follow nofollow rel anchor reference/s href canonical redirect* frame/s framed source
sources origin* appeared statement disclaimer message copyright* notice/s mark marks marked trademark
position job occupation logo photo due proper* appropriate* clear* prominent* visibl* duly correct*
exact* accurate* truthful* faithful* retention inclusion preservation exact* conspicuous* readable
legible makes says come comes came run end ends ending begin* put stay top bottom beginning end start
foot near beside before along together unless without respect* touch* untouched alter* chang* modif*
edit* abridg* shorten* cut cuts trim* rewrit* remov* delet* strip* omit* tamper* addition/s distort*
condens* derivativ* spin spun spinning claim* wrote written mean* sense context minor small typo/s
wording wordings phrasing punctuation handle nickname pen-name spelling grammar fix fixed fixing
correct* tidy tidied style length layout house formatting format reformat* font/s sell* sold resell
resale sale charg* advert* ads spam* unsolicited bulk adult porn* hate gambling illegal gain promot*
endors* imply implied suggest* notify* notif* tell told inform* know let drop heads-up courtesy sending
tear sheet/s tearsheet/s clipping/s postcard notes access point/s pointing back string/s emailed
publicatio* intent where ran appreciat* nice polite grateful hear happens responsib* risk harmless page
subscriber/s friend/s colleague/s customers mailing photo/s photograph/s image/s picture/s
illustration/s graphic/s chart/s table/s licence* license* creative commons public international
unported generic version share-alike alike cc by-* nc nd sa terms agree abide accept* comply complies
observe* met honour* respected held faith fair possible practice practical reasonable noted indicated
embargo* dated expir* pixel counter tracker tracking code ago old january february march april june july
august september october november december jan feb mar apr jun jul aug sept oct nov dec monday tuesday
wednesday thursday friday saturday sunday noon midnight gmt est circulation under over exceed* maximum
hundred thousand twenty thirty fifty sixty ninety seven twelve nobody else's someone anyone's another's
false wrong mislead* credit-line third-party mit quelle
"""
# what opens a condition
_OPENERS = """
if provided providing long soon condition conditions understanding sole only given when whenever where
once after unless except* save apart subject case assuming contingent conditional exchange return who
whose which that upon pending while should because must before until till through since during beginning
starting effective
"""
# what a condition may say that asks nothing: "if you like", "when you use it", "who run a newsletter"
_IDLE = """
if when whenever where provided that as long so who which but in on for of to a an the any your our my
you they anyone this it these their own and or is are be at every all want wants wanting wish wishes
like likes need needs choose care see fit find useful helpful suitable worth please desire would think
will have has had already far possible further notice otherwise how ever no longer same way ways soon do
feel free guest ahead
"""
PLAIN = _words(_SMALL, _PEOPLE, _PLACES, _PURPOSES, _WORK, _GRANTING)
OWED = _words(_SMALL, _PEOPLE, _PLACES, _PURPOSES, _WORK, _GRANTING, _DUTIES, _OPENERS)
NEUTRAL = _words(_IDLE, _OPENERS, _PEOPLE, _PLACES, _PURPOSES, _WORK)

# openers that wait for something to happen, or take something out; only a duty or a bound is understood there
WAITING = re.compile(
    r"^\W*(?:once|after|unless|except|save|apart|other than|subject|in case|assuming|contingent"
    r"|conditional|in exchange"
    r"|in return|upon|pending|while|should|because|must|before|until|till|through|since|during"
    r"|beginning|starting"
    r"|effective|as of|from)\b(?! (?:further notice|you|use|reading|re[a-z]+ing|that|which|when|all)\b)"
)
# duties that no table keeps, since nothing can be put on a page for them
UNDERSTOOD = re.compile(
    r"\b(?:no|not|never|nothing|without) (?:\w+ ){0,5}(?:chang|alter|touch|edit|modif|add|remov|delet"
    r"|omit|claim|imply|charg"
    r"|suggest|mislead|distort|endors|tak)\w*"
    r"|\b(?:should|if|when) (?:i|we|the author) (?:ever |so )?(?:ask|request)\b"
    r"|\bafter (?:we|i) (?:post|publish|run|print|release|issue|put)(?:ed|s)?\b"
    r"|\bbefore (?:using|printing|posting|publishing|copying|running|re[a-z]+ing|you (?:use|run|publish"
    r"|print|post|re[a-z]+))\b"
    r"|\bafter (?:it|they|this|these|the (?:article|story|piece|date of)|first|its)(?: (?:has|have|is|was"
    r"|were|been"
    r"|first|here|originally))* (?:appear\w*|ran|runs?|published|publication|posted|printed)\b"
    r"|\bsubject to (?:the )?(?:following|(?:these |above |below )?(?:terms|conditions|rules|guidelines))\b"
    r"|\b(?:agree to|accept|abide by|comply with|follow|use|observe|under|honou?r|meet"
    r"|met) (?:\w+ ){0,3}(?:terms|conditions|rules"
    r"|guidelines|licen[cs]e|requirements)\b|\b(?:otherwise )?(?:noted|stated|indicated)\b"
    r"|\bsays? otherwise\b"
    r"|\bharmless\b|\bresponsib\w+"
    r"|\b(?:in|at) (?:good faith|your own risk)\b|\bgive me\b|\bhear otherwise from us\b"
    r"|\bmust be removed\b|\b(?:go|goes|travels?|comes?) (?:along )?with\b"
    r"|\b(?:credit|tell|name)(?:ing|ed)? (?:me|us|her|him|them)\b|\backnowledg\w+"
    r"|\b(?:include|add|use|print|carry) the (?:following|sentence|line|words|credit)\b"
    r"|\b(?:complete|whole|unabridged|in full|entirety)\b"
)
# the name, title or line that stands after its sign: "by Ada Example", "credit to the Example Weekly"
COMPLEMENT = re.compile(
    r"\b(?:credit\w*|attribut\w+|citing|cite|quoting|naming|acknowledging|mentioning|author|by|to|from"
    r"|copyright|called|titled|named?|reads?"
    r"|reading|saying|says|stat(?:es|ing)"
    r"|line|statement|sentence|words|following|source|link)\b[: ,(]+(?!in |on |at |for )"
    r".*?(?= (?:in|on|at|for|within|among|during)\b|$)"
    r"|\b(?:keep\w*|leav\w+|retain\w*|retention of|preserv\w+)\b (?:in )?"
    r".*?(?= (?:in|on|at|for|within|among|during)\b|$)"
    r"|^.*?(?= (?:remains?|stays?|travels?|makes? it|appears?)\b|$(?<=intact))"
    r"|^.*?(?= (?:is|are|be|gets?|receives?) (?:\w+ ){0,2}(?:credit|acknowledg|nam|cit|mention"
    r"|attribut|link)\w*)"
)
# whose work, or whose grant it is
NAMED = re.compile(
    r"\b(?:article|articles|story|stories|essays?|columns?|content|text|works?|written"
    r"|copyright|granted|given|permission"
    r"|produced|posts?) by [a-z .'-]+?(?= (?:in|on|to|for|as|may|can|are|is)\b|$)"
    rf"|\bwithout (?:[a-z-]+ ){{0,4}}{CLASSES['permission']}(?: (?:of|from|by) (?:the |its "
    rf"|their )?[a-z' -]+)?"
    r"|\b(?:is|are|been) (?:approved|cleared)|(?:^\W*|\b(?:is|are|am|hereby) )licenced (?=to\b)"
    r"|\bstanding (?=permission|offer|invitation|licence)"
    r"|\b(?:any|every|each) (?:pastor|minister|rabbi|preacher|instructor|tutor|trainer|coach|clinic"
    r"|hospital"
    r"|museum|gallery|shop|store|firm|agency|association|guild|team|troop|university|parent|podcaster"
    r"|journalist|columnist|gardener)(?= (?:may|can|is|who|that|or|and)\b)"
    r"|^.*\b(?:and the like|and so on|and such|or whatever|you name it|etc)\W*$"
    r"|\b(?:large|big|great) (?:or|and) small\b|\b(?:and|or) (?:just about |indeed )?(?:everybody|everyone"
    r"|anybody|anyone)(?: else)?\W*$|^.* and (?:everybody|everyone|anybody|anyone) else\W*$"
)
# the reader's own places and people: "in your parish bulletin", "for your patients"
YOURS = re.compile(
    r"\b(?:your|their)(?: own)? (?!(?:personal|private|paid|approved)\b)[a-z'-]+(?: [a-z'-]+){0,2}?"
    r"(?=\W*$|[,.;:]| (?:in|on|at|for|within|during|of|to|and|or|only)\b)"
)
# why one grants, or what the reader may feel: neither restricts anything
REASON = re.compile(
    r"\bwhether (?:that is|that's|it is|it's|this is|in|on|by|as) [^,]*? or [^,]*?(?=,|$| (?:if|provided"
    r"|as long|so long)\b)"
    r"|\b(?:because|so that|in order to|in the (?:spirit|hope|interests?) (?:of|that)|to (?:help"
    r"|encourage|promote|reach)"
    r"|as (?:a|an|our|my) (?:service|gift|courtesy|contribution)|out of|as part of|as far as (?:i am"
    r"|we are))\b[^,]*?"
    r"(?=,|$| (?:if|provided|as long|so long|when|whenever|where|unless|until|once|only|who|after|on"
    r"|during)\b)"
    r"|\b(?:if|when|whenever|should) (?:you|anyone|your readers) (?:should |would |do |ever |really "
    r"|also )*"
    r"(?:find|think|like|liked|enjoy|enjoyed|want|wish|feel|care|believe|loved|learned|need)\b(?! (?:not"
    r"|to pay|to join))"
    r"[^,]*?(?=,|$| (?:and|if|provided|as long|so long|in|on|at|during|within)\b)"
)
# a verb of reuse and its object: what is reprinted restricts nothing
VERB = re.compile(
    rf"\b(?:{CLASSES['strong']}|{CLASSES['strongly']}|{CLASSES['reusing']}|{CLASSES['weakly']}"
    rf"|use|using|run|print|publish"
    rf"|post|forward|pass|carry|lift|steal|grab|feature|place|display|take|share|host|transmit"
    rf"|spread|borrow|translate|adapt|pick|archive|embed|paste|air|clip|mail|email|include|put|reproducing"
    rf"|running|taking|sharing|placing|displaying|lifting|borrowing)\b.*$"
)
# an audience that is closed wherever it stands, except as "your members"
CLOSED = re.compile(
    r"(?<!your )(?<!their )(?<!own )(?<!to )(?<!optin )\b(?:members?(?!ship)|subscribers?"
    r"|customers?|clients?(?! (?:letters?|newsletters?|mailings?))|partners?|affiliates?|licen[cs]ees?"
    r"|franchisees?|students?|pupils|employees?|staff|alumni|donors?|patrons?|attendees?"
    r"|participants?|insiders?"
    r"|resellers?|distributors?|delegates?|trainees?|fellows?(?= (?:may|can|of|are|is)\b)|investors?"
    r"|shareholders?"
    r"|sponsors?|graduates?)\b"
    r"|^\W*(?:he|she) (?:is|may|can)\b"
    r"|\b(?:those|people|anyone|anybody|everyone|everybody|editors|publishers|teachers) (?:\w+ )?"
    r"(?:on|in|of|from|at|within) (?:our|my|this|the)\b(?! (?:world|public|press|media|field|business"
    r"|trade))"
)
