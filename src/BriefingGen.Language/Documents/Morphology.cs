namespace BriefingGen.Language.Documents;

/// <summary>The seventeen universal part-of-speech tags of Universal Dependencies.</summary>
public enum Upos : byte
{
    /// <summary>Other, or not tagged.</summary>
    X,

    /// <summary>Adjective.</summary>
    Adj,

    /// <summary>Adposition.</summary>
    Adp,

    /// <summary>Adverb.</summary>
    Adv,

    /// <summary>Auxiliary.</summary>
    Aux,

    /// <summary>Coordinating conjunction.</summary>
    Cconj,

    /// <summary>Determiner.</summary>
    Det,

    /// <summary>Interjection.</summary>
    Intj,

    /// <summary>Noun.</summary>
    Noun,

    /// <summary>Numeral.</summary>
    Num,

    /// <summary>Particle.</summary>
    Part,

    /// <summary>Pronoun.</summary>
    Pron,

    /// <summary>Proper noun.</summary>
    Propn,

    /// <summary>Punctuation.</summary>
    Punct,

    /// <summary>Subordinating conjunction.</summary>
    Sconj,

    /// <summary>Symbol.</summary>
    Sym,

    /// <summary>Verb.</summary>
    Verb,
}

/// <summary>The morphological analysis of one word.</summary>
/// <param name="Upos">Universal tag.</param>
/// <param name="Xpos">Penn Treebank tag (<c>VBD</c>, <c>NNP</c>), an interned string.</param>
/// <param name="Features">CoNLL-U features (<c>Number=Sing|Person=3</c>), or null where there are none.</param>
public readonly record struct Morphology(Upos Upos, string Xpos, string? Features = null);
