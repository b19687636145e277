using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider;
using LinqToDB.Mapping;

namespace BriefingGen.Storage;

/// <summary>How rows become parameters.</summary>
internal static class StoreMapping
{
    // One for the whole process: linq2db keeps what it has compiled by the identity of its schema.
    private static readonly MappingSchema Schema = Make();

    /// <summary>Options for an open connection, which is closed with the work.</summary>
    public static DataOptions For(IDataProvider provider, System.Data.Common.DbConnection connection) =>
        new DataOptions().UseConnection(provider, connection, disposeConnection: true).UseMappingSchema(Schema);

    private static MappingSchema Make()
    {
        // Without this, parameters of text are cut at 255 characters.
        var schema = new MappingSchema();
        schema.SetDataType(typeof(string), DataType.Text);
        return schema;
    }
}
