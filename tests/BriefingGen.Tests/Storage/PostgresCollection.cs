namespace BriefingGen.Tests.Storage;

/// <summary>Tests on the one server, one after another: one of them kills it.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection
{
    public const string Name = "PostgreSQL";
}
