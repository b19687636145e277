using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Tests.Storage;

public sealed class StoreFactoryTests
{
    [Theory]
    [InlineData("briefs/store.db", "briefs/store.db")]
    [InlineData("sqlite:briefs/store.db", "briefs/store.db")]
    [InlineData("Data Source=briefs/store.db;Default Timeout=2", "briefs/store.db")]
    [InlineData("a=b.db", "a=b.db")]
    public async Task A_path_is_a_SQLite_file(string connection, string path)
    {
        await using var store = StoreFactory.Open(connection, TimeProvider.System);

        Assert.Equal(Path.GetFullPath(path), store.Location);
    }

    [Theory]
    [InlineData("postgres://desk:s%40cret@db.example:5433/briefs", "PostgreSQL at db.example:5433/briefs")]
    [InlineData("postgresql://desk:secret@db.example/briefs?sslmode=require", "PostgreSQL at db.example:5432/briefs")]
    [InlineData("postgres:///briefs?host=/run/postgresql", "PostgreSQL at /run/postgresql:5432/briefs")]
    [InlineData(
        "Host=db.example;Database=briefs;Username=desk;Password=secret",
        "PostgreSQL at db.example:5432/briefs"
    )]
    [InlineData("Username=desk;Password=secret;Host=db.example;Database=b", "PostgreSQL at db.example:5432/b")]
    public async Task An_address_or_a_host_is_PostgreSQL_and_its_location_holds_no_password(
        string connection,
        string location
    )
    {
        await using var store = StoreFactory.Open(connection, TimeProvider.System);

        Assert.Equal(location, store.Location);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("sqlite:")]
    [InlineData("sqlite::memory:")]
    [InlineData("mysql://desk:secret@db.example/briefs")]
    [InlineData("postgres://desk:secret@db.example:port/briefs")]
    [InlineData("postgres://desk:secret@db.example/briefs?colour=secret")]
    [InlineData("Host=db.example;Colour=secret")]
    [InlineData("Data Source=x.db;Colour=secret")]
    public void What_cannot_be_read_is_refused_without_telling_the_password(string connection)
    {
        var fault = Assert.Throws<ConfigurationException>(() => StoreFactory.Open(connection, TimeProvider.System));

        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }
}
