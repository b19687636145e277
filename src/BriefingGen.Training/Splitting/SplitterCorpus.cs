using BriefingGen.Language.Documents;

namespace BriefingGen.Training.Splitting;

/// <summary>Reads the documents, paragraphs and sentences of a treebank.</summary>
internal static class SplitterCorpus
{
    /// <summary>The documents of a CoNLL-U file as lists of paragraphs of sentences.</summary>
    /// <param name="path">The file.</param>
    /// <param name="keepsTight">
    /// True to put no space behind a sentence where the file says so; else sentences are always parted by one.
    /// </param>
    public static List<List<List<(string Text, bool IsTight)>>> Read(string path, bool keepsTight)
    {
        using var reader = new StreamReader(path);
        var documents = new List<List<List<(string Text, bool IsTight)>>>();
        foreach (var sentence in ConlluReader.Read(reader))
        {
            var isDocument = documents.Count == 0 || Begins(sentence, "newdoc");
            if (isDocument)
            {
                documents.Add([]);
            }

            if (isDocument || Begins(sentence, "newpar"))
            {
                documents[^1].Add([]);
            }

            var text = (sentence.Comment("text") ?? "").Trim();
            documents[^1][^1].Add((text, keepsTight && sentence.Words[^1].HasNoSpaceAfter));
        }

        return documents;
    }

    private static bool Begins(ConlluSentence sentence, string mark) =>
        sentence.Comments.Any(comment => comment.StartsWith(mark, StringComparison.Ordinal));
}
