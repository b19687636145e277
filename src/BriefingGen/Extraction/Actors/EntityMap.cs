using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Actors;

/// <summary>The named entity, if any, that covers each word.</summary>
internal sealed class EntityMap
{
    private readonly EntityType?[] _types;
    private readonly int[] _ends;

    public EntityMap(ArticleContext context)
    {
        _types = new EntityType?[context.Count];
        _ends = new int[context.Count];
        foreach (var entity in context.Entities)
        {
            _types.AsSpan(entity.First, entity.End - entity.First).Fill(entity.Type);
            _ends.AsSpan(entity.First, entity.End - entity.First).Fill(entity.End);
        }
    }

    public EntityType? TypeAt(int token) => _types[token];

    /// <summary>The index after the entity that covers a word; the word itself where none does.</summary>
    public int EndAt(int token) => Math.Max(token, _ends[token]);
}
