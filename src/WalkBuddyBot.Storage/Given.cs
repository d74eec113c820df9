namespace WalkBuddyBot.Storage;

/// <summary>
/// Many rows for one statement, which reads them as a relation (<see cref="Session.Relation"/>): one statement for a hundred rows costs a
/// fraction of a hundred statements.
/// </summary>
internal sealed class Given(params (string Name, GivenType Type)[] columns)
{
    private readonly List<object?[]> _rows = [];

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<(string Name, GivenType Type)> Columns => columns;

    /// <summary>The rows: ids as <see cref="Guid"/>, texts as text, numbers as <see cref="long"/>, or null.</summary>
    public IReadOnlyList<object?[]> Rows => _rows;

    /// <summary>Ids in a column <c>given_id</c>.</summary>
    public static Given Ids(IEnumerable<Guid> ids) => OneColumn(GivenType.Id, ids.Select(id => (object)id));

    /// <summary>Texts in a column <c>given_id</c>.</summary>
    public static Given Keys(IEnumerable<string> keys) => OneColumn(GivenType.Text, keys);

    /// <summary>One more row.</summary>
    public void Add(params object?[] row) => _rows.Add(row);

    private static Given OneColumn(GivenType type, IEnumerable<object> values)
    {
        var given = new Given(("given_id", type));
        foreach (var value in values)
        {
            given.Add(value);
        }

        return given;
    }
}
