namespace BriefingGen.Language.Tokenizing;

/// <summary>What a word looks like to the sentence splitter.</summary>
internal enum WordLook : byte
{
    /// <summary>No word: before the first or behind the last one of a region.</summary>
    Edge,

    /// <summary>Small letters.</summary>
    Lower,

    /// <summary>A capital, then small letters.</summary>
    Capital,

    /// <summary>Capitals alone, two or more.</summary>
    Capitals,

    /// <summary>One capital.</summary>
    Initial,

    /// <summary>Letters of both cases in another order, or with digits.</summary>
    Mixed,

    /// <summary>Letters that have no case.</summary>
    Uncased,

    /// <summary>Digits, with their points and commas.</summary>
    Number,

    /// <summary>A word that ends in its own full stop ("Inc.", "U.S.").</summary>
    Abbreviation,

    /// <summary>A web or mail address.</summary>
    Link,

    /// <summary>A stop.</summary>
    Stop,

    /// <summary>Question and exclamation marks.</summary>
    Mark,

    /// <summary>Dots that trail off.</summary>
    Ellipsis,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>A hyphen or dash.</summary>
    Dash,

    /// <summary>A bracket that opens.</summary>
    OpeningBracket,

    /// <summary>A bracket that closes.</summary>
    ClosingBracket,

    /// <summary>A quotation mark that opens by its form or place.</summary>
    OpeningQuote,

    /// <summary>A quotation mark that closes by its form or place.</summary>
    ClosingQuote,

    /// <summary>A quotation mark of which neither tells.</summary>
    Quote,

    /// <summary>A line drawn of three or more marks.</summary>
    Rule,

    /// <summary>Any other mark.</summary>
    Symbol,
}

/// <summary>What stands between two words.</summary>
internal enum WordGap : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>White space within a line.</summary>
    Space,

    /// <summary>More white space than one character within a line.</summary>
    Wide,

    /// <summary>A line break.</summary>
    Line,

    /// <summary>Line breaks with an empty line between them.</summary>
    EmptyLine,
}

/// <summary>A word as the sentence splitter sees it.</summary>
internal struct SplitterWord
{
    /// <summary>Hash of the form in lower case.</summary>
    public uint Lower;

    /// <summary>Hash of the last three letters.</summary>
    public uint Suffix;

    /// <summary>Fine cluster of words of like use.</summary>
    public ushort Fine;

    /// <summary>Coarse cluster.</summary>
    public ushort Coarse;

    /// <summary>Words since the last mark that may end a sentence, or since the region's start.</summary>
    public ushort Since;

    /// <summary>Words up to the next mark that may end a sentence, or to the region's end.</summary>
    public ushort Until;

    /// <summary>Tags that the word takes.</summary>
    public byte Class;

    /// <summary>What it looks like.</summary>
    public WordLook Look;

    /// <summary>What stands before it.</summary>
    public WordGap Gap;

    /// <summary>Capitalised words in a row that end here.</summary>
    public byte CapitalsBefore;

    /// <summary>Capitalised words in a row that begin here.</summary>
    public byte CapitalsAfter;

    /// <summary>Open brackets (two bits) and quotation marks (one bit) before the word.</summary>
    public byte Open;

    /// <summary>Finite verbs since the last mark that may end a sentence: none, one, more.</summary>
    public byte VerbsSince;

    /// <summary>Finite verbs up to the next such mark.</summary>
    public byte VerbsUntil;

    /// <summary>How the text around it is written: share of capitals, small letters behind stops, lines without stops.</summary>
    public byte Style;

    /// <summary>True for a finite verb by the tags that it takes.</summary>
    public bool IsVerb;

    /// <summary>True where a sentence may end before the word: it begins a token.</summary>
    public bool IsTokenStart;
}
