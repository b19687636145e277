using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Coreference;

/// <summary>Grammatical role of a phrase, coarser than its relation.</summary>
internal enum Role : byte
{
    Other,
    Subject,
    PassiveSubject,
    Object,
    Oblique,
    Agent,
    Modifier,
    Possessive,
    Root,
    Apposition,
    Vocative,
    Compound,
}

/// <summary>What coreference reads of each word of a document, computed once in flat arrays.</summary>
internal sealed class ClauseView
{
    private const int MaxSteps = 64;

    private readonly uint[] _relations;
    private readonly int[] _clauses;
    private readonly int[] _sentences;
    private readonly int[] _quotes;
    private readonly WordInfo[] _words;

    public ClauseView(Document document, WordTable words)
    {
        Document = document;
        Tree = document.Syntax;
        var count = document.Tokens.Length;
        _relations = new uint[count];
        _clauses = new int[count];
        _sentences = new int[count];
        _quotes = new int[count];
        _words = new WordInfo[count];
        for (var i = 0; i < count; i++)
        {
            _words[i] = words.Describe(document.Form(i));
            _relations[i] = FeatureHash.Word(Main(Tree.Relation(i)));
        }

        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            _sentences.AsSpan(sentence.First, sentence.Count).Fill(s);
        }

        for (var i = 0; i < count; i++)
        {
            _clauses[i] = FindClause(i);
        }

        ReadQuotes();
    }

    public Document Document { get; }

    public DependencyTree Tree { get; }

    public int Count => _words.Length;

    /// <summary>What the models see of a word.</summary>
    public ref readonly WordInfo Word(int token) => ref _words[token];

    /// <summary>The hashed form in lower case; 0 outside the document.</summary>
    public uint Lower(int token) => (uint)token < (uint)_words.Length ? _words[token].Lower : 0;

    /// <summary>The hashed relation of a word, subtype left out.</summary>
    public uint Relation(int token) => _relations[token];

    /// <summary>The head word of the clause that a word stands in.</summary>
    public int Clause(int token) => _clauses[token];

    public int Sentence(int token) => _sentences[token];

    /// <summary>Index of the paragraph that holds a word.</summary>
    public int Region(int token) => Document.Sentences[_sentences[token]].Region;

    /// <summary>Number of the quotation that a word stands in; 0 outside quotations.</summary>
    public int Quote(int token) => _quotes[token];

    public Upos Upos(int token) => Document.Morphology[token].Upos;

    public string Xpos(int token) => Document.Morphology[token].Xpos;

    public uint Lemma(int token) => WordTable.Key(Document.Lemmas[token]);

    /// <summary>True where a word is a clause's head.</summary>
    public bool IsClauseHead(int token) => _clauses[token] == token;

    /// <summary>The role of a phrase by its head; a further conjunct or an apposition has the role of the first.</summary>
    public Role RoleOf(int head)
    {
        for (var steps = 0; steps < MaxSteps && Tree.Head(head) >= 0; steps++)
        {
            if (!Tree.Is(head, "conj") && !Tree.Is(head, "appos") && !Tree.Is(head, "flat"))
            {
                break;
            }

            head = Tree.Head(head);
        }

        var relation = Tree.Relation(head);
        return relation switch
        {
            "nsubj:pass" or "csubj:pass" => Role.PassiveSubject,
            "nmod:poss" => Role.Possessive,
            "obl:agent" => Role.Agent,
            _ => Main(relation) switch
            {
                "nsubj" or "csubj" => Role.Subject,
                "obj" or "iobj" => Role.Object,
                "obl" => Role.Oblique,
                "nmod" => Role.Modifier,
                "root" or "parataxis" or "ccomp" => Role.Root,
                "appos" => Role.Apposition,
                "vocative" => Role.Vocative,
                "compound" or "flat" => Role.Compound,
                _ => Role.Other,
            },
        };
    }

    /// <summary>The preposition before a phrase (hashed), 0 where there is none.</summary>
    public uint Preposition(int head)
    {
        foreach (var child in Tree.Children(head))
        {
            if (child < head && Tree.Is(child, "case"))
            {
                return Lower(child);
            }
        }

        return 0;
    }

    /// <summary>A child with a relation; -1 where there is none.</summary>
    public int Child(int head, string relation)
    {
        foreach (var child in Tree.Children(head))
        {
            if (Tree.Is(child, relation))
            {
                return child;
            }
        }

        return -1;
    }

    private static ReadOnlySpan<char> Main(string relation)
    {
        var colon = relation.AsSpan().IndexOf(':');
        return colon < 0 ? relation : relation.AsSpan(0, colon);
    }

    private int FindClause(int token)
    {
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            var head = Tree.Head(token);
            if (head < 0 || OpensClause(token))
            {
                break;
            }

            token = head;
        }

        return token;
    }

    private bool OpensClause(int token) =>
        Main(Tree.Relation(token)) switch
        {
            "ccomp" or "xcomp" or "advcl" or "acl" or "csubj" or "parataxis" => true,
            "conj" => Upos(token) is Documents.Upos.Verb or Documents.Upos.Aux,
            _ => false,
        };

    private void ReadQuotes()
    {
        var (number, open, region) = (0, false, -1);
        for (var i = 0; i < Count; i++)
        {
            if (Region(i) != region)
            {
                (open, region) = (false, Region(i));
            }

            var form = Document.Form(i);
            var isMark = form is "\"" or "“" or "”" or "``" or "''";
            if (isMark)
            {
                open = form is "“" or "``" || (form is "\"" && !open);
                number += open ? 1 : 0;
            }

            _quotes[i] = open && !isMark ? number : 0;
        }
    }
}
