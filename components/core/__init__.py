"""What every page needs: view state and links, session, languages, colours, text alternatives."""
