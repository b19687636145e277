using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Topics;

/// <summary>Reads the list of topics.</summary>
internal sealed class TopicListReader(YamlEvents yaml)
{
    private const int MaxLabel = 80;
    private const int MaxPhrase = 100;
    private const int MaxPhraseWords = 8;

    private readonly ImmutableArray<Topic>.Builder _topics = ImmutableArray.CreateBuilder<Topic>();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _words;

    public ImmutableArray<Topic> Read()
    {
        if (!yaml.BeginDocument())
        {
            throw yaml.Error(YamlPlace.Start, "the file is empty; a list 'topics' is expected.");
        }

        var found = false;
        yaml.Mapping(
            "a mapping with the key 'topics'",
            (key, place) =>
            {
                if (key != "topics")
                {
                    throw yaml.Error(place, $"unknown key \"{key}\"; topics is known here.");
                }

                found = true;
                yaml.List("a list of topics", ReadTopic);
            }
        );
        if (!found)
        {
            throw yaml.Error(YamlPlace.Start, "a list 'topics' is expected.");
        }

        yaml.EndDocument();
        return _topics.ToImmutable();
    }

    private void ReadTopic()
    {
        var start = yaml.Place;
        string? id = null;
        string? label = null;
        var words = ImmutableArray<string>.Empty;
        var outcomes = ImmutableArray<OutcomeType>.Empty;
        var weight = 1.0;
        TopicEvidence? evidence = null;
        yaml.Mapping(
            "a topic with the keys id, label, words, outcomes, weight, evidence",
            (key, place) =>
            {
                switch (key)
                {
                    case "id":
                        id = ReadId(place);
                        break;
                    case "label":
                        label = ReadLabel(place);
                        break;
                    case "words":
                        words = ReadWords();
                        break;
                    case "outcomes":
                        outcomes = ReadOutcomes();
                        break;
                    case "weight":
                        weight = ReadWeight(place);
                        break;
                    case "evidence":
                        evidence = ReadEvidence(place);
                        break;
                    default:
                        throw yaml.Error(
                            place,
                            $"unknown key \"{key}\"; id, label, words, outcomes, weight and evidence are known here."
                        );
                }
            }
        );
        if (id is null || (words.IsEmpty && outcomes.IsEmpty))
        {
            throw yaml.Error(start, id is null ? "a topic without an id." : $"the topic '{id}' has no words.");
        }

        if (_topics.Count == TaxonomyLoader.MaxTopics)
        {
            throw yaml.Error(start, $"more than {TaxonomyLoader.MaxTopics} topics.");
        }

        _topics.Add(new Topic(id, label ?? Labelled(id), words, outcomes, weight, evidence));
    }

    private string ReadId(YamlPlace place)
    {
        var id = yaml.Text("an id");
        if (
            id.Length is 0 or > 40
            || id[0] == '-'
            || id.Any(c => c != '-' && !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c))
        )
        {
            throw yaml.Error(place, $"'{Shown(id)}' is no id: lower-case letters, digits and hyphens, at most 40.");
        }

        return _ids.Add(id) ? id : throw yaml.Error(place, $"the topic '{id}' stands twice.");
    }

    private string ReadLabel(YamlPlace place)
    {
        var label = yaml.Text("a label").Trim();
        return label.Length is > 0 and <= MaxLabel && !label.Any(char.IsControl)
            ? label
            : throw yaml.Error(place, $"a label is one line of 1 to {MaxLabel} characters.");
    }

    private ImmutableArray<string> ReadWords()
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        yaml.List(
            "a list of words",
            () =>
            {
                var place = yaml.Place;
                var phrase = string.Join(
                    ' ',
                    yaml.Text("a word")
                        .ToLowerInvariant()
                        .Replace('’', '\'')
                        .Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
                );
                Check(phrase, place);
                if (seen.Add(phrase))
                {
                    words.Add(phrase);
                }
            }
        );
        return words.ToImmutable();
    }

    private void Check(string phrase, YamlPlace place)
    {
        var parts = phrase.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (phrase.Length > MaxPhrase || parts.Length is 0 or > MaxPhraseWords)
        {
            throw yaml.Error(place, $"a phrase has 1 to {MaxPhraseWords} words and at most {MaxPhrase} characters.");
        }

        if (parts.Any(p => p.IndexOf('*') is >= 0 and var star && (star < p.Length - 1 || p.Length < 3)))
        {
            throw yaml.Error(place, $"in '{Shown(phrase)}' the * may only end a word, after at least two letters.");
        }

        if (++_words > TaxonomyLoader.MaxWords)
        {
            throw yaml.Error(place, $"more than {TaxonomyLoader.MaxWords} words.");
        }
    }

    private ImmutableArray<OutcomeType> ReadOutcomes()
    {
        var types = ImmutableArray.CreateBuilder<OutcomeType>();
        yaml.List(
            "a list of PLOVER types",
            () =>
            {
                var place = yaml.Place;
                var name = yaml.Text("a PLOVER type");
                if (!name.All(char.IsAsciiLetter) || !Enum.TryParse<OutcomeType>(name, ignoreCase: true, out var type))
                {
                    var known = string.Join(", ", Enum.GetNames<OutcomeType>().Select(n => n.ToUpperInvariant()));
                    throw yaml.Error(place, $"'{Shown(name)}' is no outcome type; these are: {known}.");
                }

                if (!types.Contains(type))
                {
                    types.Add(type);
                }
            }
        );
        return types.ToImmutable();
    }

    private double ReadWeight(YamlPlace place)
    {
        var text = yaml.Text("a weight");
        return
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            && weight <= 100
            ? weight
            : throw yaml.Error(place, $"'{Shown(text)}' is no weight: a number from 0 to 100.");
    }

    private TopicEvidence ReadEvidence(YamlPlace place)
    {
        var text = yaml.Text("what a story of the topic must hold");
        return
            text.All(char.IsAsciiLetterLower) && Enum.TryParse<TopicEvidence>(text, ignoreCase: true, out var evidence)
            ? evidence
            : throw yaml.Error(place, $"'{Shown(text)}' is no evidence; parties, sanction, assessment and force are.");
    }

    private static string Labelled(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
