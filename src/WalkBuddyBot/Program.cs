using WalkBuddyBot.Terminal;

return await CommandLine.RunAsync(args);

/// <summary>The entry point; public so that tests can host the whole service.</summary>
public sealed partial class Program;
