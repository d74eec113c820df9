var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.Run();

/// <summary>The entry point; public so that tests can host the whole service.</summary>
public sealed partial class Program;
