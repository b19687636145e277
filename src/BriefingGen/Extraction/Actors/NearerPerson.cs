using BriefingGen.Language.Coreference;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Finds whom "he" or "she" may as well mean: a person whom the clause above the pronoun's names ("was given to President
/// Quill before he spoke"). Where there is one, somebody of another sentence is no safe reading.
/// </summary>
internal sealed class NearerPerson(ArticleContext context)
{
    private const int MaxClimb = 8;

    private static readonly Lazy<PersonWords> s_persons = new(PersonWords.Load);

    /// <summary>The persons named in the clauses above a pronoun's own, whose gender does not speak against it.</summary>
    /// <param name="pronoun">Index of the pronoun.</param>
    /// <param name="named">Where the pronoun's sentence names persons before it, by their fullest names.</param>
    /// <returns>The names.</returns>
    public IEnumerable<string> Of(int pronoun, IEnumerable<(int First, int End, string Name)> named)
    {
        if (context.Syntax is not { } tree || tree.Is(pronoun, "nmod:poss"))
        {
            return [];
        }

        var above = Above(tree, Predicate(tree, pronoun));
        return above.Count == 0
            ? []
            : named
                .Where(person => above.Contains(Predicate(tree, Head(tree, person.First, person.End))))
                .Where(person => Agrees(pronoun, person.Name) is not false)
                .Select(person => person.Name)
                .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Whether a pronoun fits the gender of a given name; null where the name has none or it tells none.</summary>
    public bool? Agrees(int pronoun, string name)
    {
        var names = name.Split(' ');
        var gender =
            names.Length < 2 ? 0 : Math.Sign(s_persons.Value.OfName(WordTable.Key(names[0].ToLowerInvariant())));
        return gender == 0 ? null : gender > 0 == context.Lower(pronoun) is "he" or "him" or "his";
    }

    // The predicates that a clause depends on as a circumstance or as what is said.
    private static HashSet<int> Above(DependencyTree tree, int predicate)
    {
        var above = new HashSet<int>();
        for (var steps = 0; steps < MaxClimb && predicate >= 0; steps++)
        {
            if (tree.Is(predicate, "advcl") || tree.Is(predicate, "ccomp"))
            {
                above.Add(tree.Head(predicate));
            }
            else if (!tree.Is(predicate, "conj") && !tree.Is(predicate, "xcomp"))
            {
                break;
            }

            predicate = tree.Head(predicate);
        }

        return above;
    }

    // The word that the others of a name hang on.
    private static int Head(DependencyTree tree, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tree.Head(i) < first || tree.Head(i) >= end)
            {
                return i;
            }
        }

        return first;
    }

    private int Predicate(DependencyTree tree, int token)
    {
        var at = tree.Head(token);
        for (var steps = 0; steps < MaxClimb && at >= 0 && context.Upos(at) is not (Upos.Verb or Upos.Aux); steps++)
        {
            at = tree.Head(at);
        }

        return at;
    }
}
