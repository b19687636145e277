using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;
using BriefingGen.Language.Tagging;

namespace BriefingGen.Language.Parsing;

/// <summary>
/// Gives each word its head and UD relation: one projective tree with one root for every sentence, in time linear in its
/// words. Frozen and thread-safe.
/// </summary>
public sealed class EnglishParser : ILanguageComponent
{
    internal const string Component = "parser";

    private readonly WordTable _words;
    private readonly TagSet _tags;
    private readonly string[] _labels;
    private readonly LinearModel _moves;
    private readonly LinearModel _naming;

    internal EnglishParser(WordTable words, TagSet tags, ModelFile file)
    {
        _words = words;
        _tags = tags;
        _labels = [.. file.Lines("labels").Select(string.Intern)];
        _moves = LinearModel.Read(file.Section("moves"));
        _naming = LinearModel.Read(file.Section("naming"));
        if (_labels.Length < 2 || _naming.Classes != _labels.Length || _moves.Classes != ParserState.Moves)
        {
            throw new ModelFormatException("its labels or moves do not fit its weights.");
        }
    }

    /// <inheritdoc/>
    public string Name => "parser";

    /// <inheritdoc/>
    public Layers Requires => Layers.Reading | Layers.Tokens | Layers.Morphology;

    /// <inheritdoc/>
    public Layers Provides => Layers.Syntax;

    /// <inheritdoc/>
    public void Annotate(Document document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var heads = ImmutableArray.CreateBuilder<int>(document.Tokens.Length);
        var relations = ImmutableArray.CreateBuilder<string>(document.Tokens.Length);
        foreach (var sentence in document.Sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var length = sentence.End - sentence.First;
            var words = new WordInfo[length];
            var tags = new byte[length];
            for (var i = 0; i < length; i++)
            {
                words[i] = _words.Describe(document.Form(sentence.First + i));
                var morphology = document.Morphology[sentence.First + i];
                tags[i] = (byte)Math.Max(0, _tags.Nearest(morphology.Upos, morphology.Xpos));
            }

            var state = TransitionParser.Parse(words, tags, _moves, _naming);
            for (var i = 0; i < length; i++)
            {
                heads.Add(state.Heads[i] == length ? -1 : sentence.First + state.Heads[i]);
                relations.Add(_labels[state.Labels[i]]);
            }
        }

        document.SetSyntax(new DependencyTree(heads.MoveToImmutable(), relations.MoveToImmutable()));
    }
}
